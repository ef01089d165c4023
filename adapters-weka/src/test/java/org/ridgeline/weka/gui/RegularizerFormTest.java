package org.ridgeline.weka.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.beans.Introspector;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.JComboBox;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import org.junit.jupiter.api.Test;
import weka.core.regularizers.TextRegularizer;
import weka.core.regularizers.TextRegularizerCustomizer;

class RegularizerFormTest {

    private final List<String> told = new ArrayList<>();
    private final RegularizerForm form = new RegularizerForm("elastic-net(lambda=0.1,alpha=0.5)", told::add);

    private static <C extends Component> C named(Container container, Class<C> type, String name) {
        return all(container)
                .filter(component -> name.equals(component.getName()))
                .map(type::cast)
                .findAny()
                .orElseThrow(() -> new AssertionError("there is no '" + name + "'"));
    }

    private static Stream<Component> all(Component component) {
        Stream<Component> inner = component instanceof Container container
                ? Stream.of(container.getComponents()).flatMap(RegularizerFormTest::all)
                : Stream.empty();
        return Stream.concat(Stream.of(component), inner);
    }

    private JTextField field(String name) {
        return named(form, JTextField.class, name);
    }

    @Test
    void fieldsAndTextFollowOneAnother() {
        assertThat(field("argument lambda").getText()).isEqualTo("0.1");
        field("argument alpha").setText("0.25");
        assertThat(field("text").getText()).isEqualTo("elastic-net(lambda=0.1,alpha=0.25)");
        field("text").setText("slope(lambda=2, q=0.2)");
        assertThat(named(form, JComboBox.class, "name").getSelectedItem()).isEqualTo("slope");
        assertThat(field("argument q").getText()).isEqualTo("0.2");
        assertThat(field("argument lambda").getText()).isEqualTo("2");
        assertThat(told).endsWith("slope(lambda=2, q=0.2)");
    }

    @Test
    void anotherRegularizerHasItsParametersAndTheirHelp() {
        named(form, JComboBox.class, "name").setSelectedItem("adaptive");
        assertThat(field("argument base").getToolTipText()).contains("a regularizer such as");
        field("argument base").setText("group-l2(lambda=3)");
        assertThat(told.get(told.size() - 1)).startsWith("adaptive(base=group-l2(lambda=3)");
        assertThat(named(form, JTextArea.class, "problem").getText()).isBlank();
    }

    @Test
    void whatIsWrongIsSaidAndLeftForTheUserToPutRight() {
        field("argument alpha").setText("2");
        assertThat(named(form, JTextArea.class, "problem").getText()).contains("alpha", "[0, 1]");
        assertThat(field("text").getText()).isEqualTo("elastic-net(lambda=0.1,alpha=2)");
        field("text").setText("no-such(lambda=1)");
        assertThat(named(form, JTextArea.class, "problem").getText()).contains("no-such", "elastic-net");
        assertThat(field("argument alpha").getText()).isEqualTo("2");
        field("text").setText("l1");
        assertThat(named(form, JTextArea.class, "problem").getText()).isBlank();
    }

    @Test
    void wekaFindsTheDialogAndCancelTakesBack() throws Exception {
        assertThat(Introspector.getBeanInfo(TextRegularizer.class)
                        .getBeanDescriptor()
                        .getCustomizerClass())
                .isEqualTo(TextRegularizerCustomizer.class);
        TextRegularizer bean = new TextRegularizer("l1(lambda=1)");
        TextRegularizerCustomizer dialog = new TextRegularizerCustomizer();
        dialog.setObject(bean);
        named(dialog, JTextField.class, "argument lambda").setText("5");
        assertThat(bean.getText()).isEqualTo("l1(lambda=5)");
        dialog.closingCancel();
        assertThat(bean.getText()).isEqualTo("l1(lambda=1)");
        dialog.setObject(bean);
        named(dialog, JTextField.class, "text").setText("l2(lambda=5)");
        dialog.closingOK();
        assertThat(bean.getText()).isEqualTo("l2(lambda=5)");
    }
}
