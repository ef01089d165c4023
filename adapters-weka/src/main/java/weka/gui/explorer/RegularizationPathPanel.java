package weka.gui.explorer;

import java.awt.BorderLayout;
import org.jspecify.annotations.Nullable;
import org.ridgeline.weka.gui.PathWorkspace;
import weka.core.Instances;
import weka.gui.AbstractPerspective;
import weka.gui.Logger;
import weka.gui.PerspectiveInfo;

/**
 * Shows how the coefficients of a regularized linear model come in as the strength λ of the penalty falls, and which λ a
 * cross-validation recommends: a tab of the Explorer and a perspective of the Workbench.
 */
@PerspectiveInfo(
        ID = "weka.gui.explorer.regularizationpathpanel",
        title = "Regularization path",
        toolTipText = "Coefficients over the strength of a penalty",
        iconPath = "weka/gui/weka_icon_new_small.png")
public class RegularizationPathPanel extends AbstractPerspective
        implements Explorer.ExplorerPanel, Explorer.LogHandler {

    private static final long serialVersionUID = 1;

    private transient @Nullable Explorer explorer;
    private final transient PathWorkspace workspace = new PathWorkspace(() -> explorer, this::getMainApplication);

    /** Without data. */
    public RegularizationPathPanel() {
        setLayout(new BorderLayout());
        add(workspace, BorderLayout.CENTER);
    }

    @Override
    public void setExplorer(Explorer parent) {
        explorer = parent;
    }

    @Override
    @SuppressWarnings("NullAway") // as Weka's own panels have none in the Workbench
    public Explorer getExplorer() {
        return explorer;
    }

    @Override
    public void setInstances(Instances instances) {
        workspace.setInstances(instances);
    }

    @Override
    public void setLog(Logger newLog) {
        super.setLog(newLog);
        workspace.setLog(newLog);
    }

    @Override
    public String getTabTitle() {
        return getPerspectiveTitle();
    }

    @Override
    public String getTabTitleToolTip() {
        return getPerspectiveTipText();
    }

    @Override
    public boolean acceptsInstances() {
        return true;
    }

    @Override
    public boolean requiresLog() {
        return true;
    }

    @Override
    public boolean okToBeActive() {
        return workspace.hasInstances();
    }

    @Override
    public void terminate() {
        workspace.stop();
        super.terminate();
    }
}
