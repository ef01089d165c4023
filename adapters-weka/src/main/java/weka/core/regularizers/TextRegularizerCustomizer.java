package weka.core.regularizers;

import java.awt.BorderLayout;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;
import org.ridgeline.weka.gui.RegularizerForm;
import weka.gui.beans.BeanCustomizer;
import weka.gui.beans.GOECustomizer;

/**
 * The dialog of a {@link TextRegularizer}: a choice of the installed regularizers and a field for each parameter, beside the text
 * form. Weka finds it by its name.
 */
public class TextRegularizerCustomizer extends JPanel implements GOECustomizer {

    private static final long serialVersionUID = 1;

    private transient @Nullable TextRegularizer bean;
    private transient @Nullable String before;

    /** Without a bean. */
    public TextRegularizerCustomizer() {
        super(new BorderLayout());
    }

    @Override
    public void setObject(Object edited) {
        TextRegularizer regularizer = (TextRegularizer) edited;
        bean = regularizer;
        before = regularizer.getText();
        removeAll();
        add(
                new RegularizerForm(regularizer.getText(), text -> {
                    String old = regularizer.getText();
                    regularizer.setText(text);
                    firePropertyChange("text", old, text);
                }),
                BorderLayout.CENTER);
    }

    @Override
    public void setModifiedListener(BeanCustomizer.ModifyListener listener) {
        // Only the KnowledgeFlow asks before it closes a window, and it does not show regularizers alone.
    }

    @Override
    public void dontShowOKCancelButtons() {
        // There are none, as the object editor has its own.
    }

    /** What was typed is in the bean already. */
    @Override
    public void closingOK() {
        before = null;
    }

    @Override
    public void closingCancel() {
        if (bean != null && before != null) {
            bean.setText(before);
        }
    }
}
