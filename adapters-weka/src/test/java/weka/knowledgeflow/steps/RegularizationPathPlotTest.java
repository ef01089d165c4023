package weka.knowledgeflow.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.regularizers.TextRegularizer;
import weka.gui.Logger;
import weka.knowledgeflow.Flow;
import weka.knowledgeflow.FlowRunner;
import weka.knowledgeflow.StepManager;
import weka.knowledgeflow.StepManagerImpl;

class RegularizationPathPlotTest {

    private final List<String> messages = Collections.synchronizedList(new ArrayList<>());
    private final RegularizationPathPlot step = new RegularizationPathPlot();
    private final TextViewer text = new TextViewer();
    private final ImageViewer image = new ImageViewer();
    private final Flow flow = new Flow();

    private static Instances data(int rows, int columns, boolean withClass) {
        ArrayList<Attribute> attributes = new ArrayList<>();
        for (int j = 0; j < columns; j++) {
            attributes.add(new Attribute("x" + j));
        }
        Instances data = new Instances("data", attributes, rows);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < rows; i++) {
            double[] row = random.doubles(columns, -1, 1).toArray();
            row[columns - 1] += 3 * row[0];
            data.add(new DenseInstance(1, row));
        }
        data.setClassIndex(withClass ? columns - 1 : -1);
        return data;
    }

    private StepManagerImpl add(Step added) throws Exception {
        StepManagerImpl manager = new StepManagerImpl(added);
        flow.addStep(manager);
        return manager;
    }

    private FlowRunner start(Instances data, CountDownLatch begun) throws Exception {
        MemoryBasedDataSource source = new MemoryBasedDataSource();
        source.setInstances(data);
        StepManagerImpl path = add(step);
        assertThat(flow.connectSteps(add(source), path, StepManager.CON_DATASET))
                .isTrue();
        assertThat(flow.connectSteps(path, add(text), StepManager.CON_TEXT)).isTrue();
        assertThat(flow.connectSteps(path, add(image), StepManager.CON_IMAGE)).isTrue();
        FlowRunner runner = new FlowRunner();
        runner.setLogger(new Logger() {
            @Override
            public void logMessage(String message) {
                messages.add(message);
            }

            @Override
            public void statusMessage(String message) {
                messages.add(message);
                if (message.contains(" of ") && message.contains("paths")) {
                    begun.countDown();
                }
            }
        });
        runner.setFlow(flow);
        runner.run();
        return runner;
    }

    @Test
    void aDataSetBecomesATextAndAnImage() throws Exception {
        step.setRegularizer(new TextRegularizer("l1"));
        step.setNumLambdas(20);
        step.setFolds(5);
        step.setWidth(640);
        step.setHeight(600);

        start(data(60, 6, true), new CountDownLatch(1)).waitUntilFinished();

        assertThat(text.getResults().values())
                .singleElement()
                .asString()
                .contains("l1 path of data", "20 lambdas, 60 instances, 5 coefficients of x5", "1-se", "  x0\n");
        BufferedImage picture = image.getImages().values().iterator().next();
        assertThat(picture.getWidth()).isEqualTo(640);
        assertThat(picture.getHeight()).isEqualTo(600);
        assertThat(messages).anyMatch(message -> message.contains("6 of 6 paths"));
    }

    @Test
    void withoutAClassOrWithAWrongWordItSaysWhatIsWanted() throws Exception {
        start(data(20, 3, false), new CountDownLatch(1)).waitUntilFinished();
        assertThat(messages).anyMatch(message -> message.contains("put a ClassAssigner before this step"));
        assertThat(text.getResults()).isEmpty();
    }

    @Test
    void anUnknownWordIsRefusedWithWhatThereIs() throws Exception {
        step.setMeasure("accuracy");
        start(data(20, 3, true), new CountDownLatch(1)).waitUntilFinished();
        assertThat(messages).anyMatch(message -> message.contains("'accuracy'") && message.contains("error-rate"));
        assertThat(text.getResults()).isEmpty();
    }

    @Test
    void longWorkIsStopped() throws Exception {
        step.setFolds(200);
        CountDownLatch begun = new CountDownLatch(1);
        FlowRunner runner = start(data(400, 300, true), begun);
        begun.await();
        runner.stopProcessing();
        runner.waitUntilFinished();
        assertThat(text.getResults()).isEmpty();
        assertThat(image.getImages()).isEmpty();
        assertThat(messages).noneMatch(message -> message.contains("201 of 201"));
    }

    @Test
    void aSavedFlowHasAllSettings() throws Exception {
        step.setRegularizer(new TextRegularizer("slope(lambda=1,q=0.2)"));
        step.setLambdaRatio(0.02);
        step.setLossScale("sum");
        step.setGroups("^([^_]+)_");
        step.setSeed(7);
        add(step);

        Flow read = Flow.JSONToFlow(flow.toJSON());

        RegularizationPathPlot same =
                (RegularizationPathPlot) ((StepManagerImpl) read.findStep("RegularizationPathPlot")).getManagedStep();
        assertThat(same.getRegularizer()).isInstanceOf(TextRegularizer.class);
        assertThat(((TextRegularizer) same.getRegularizer()).getText()).isEqualTo("slope(lambda=1,q=0.2)");
        assertThat(same.getLambdaRatio()).isEqualTo(0.02);
        assertThat(same.getLossScale()).isEqualTo("sum");
        assertThat(same.getGroups()).isEqualTo("^([^_]+)_");
        assertThat(same.getSeed()).isEqualTo(7);
    }
}
