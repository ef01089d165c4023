package org.ridgeline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.ridgeline.tribuo.sgd.RegularizedAdaGrad;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.fm.FMClassificationModel;
import org.tribuo.classification.sgd.fm.FMClassificationTrainer;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.data.csv.CSVLoader;
import org.tribuo.transform.TransformTrainer;
import org.tribuo.transform.TransformationMap;
import org.tribuo.transform.TransformedModel;
import org.tribuo.transform.transformations.MeanStdDevTransformation;

/** What the page shows of the optimiser. */
class OptimiserDocumentationTest {

    @Test
    void theExampleRuns() throws IOException {
        MutableDataset<Label> data =
                new CSVLoader<>(new LabelFactory()).load(Path.of("../data/breast_cancer.csv"), "benign");
        TransformationMap standardize = new TransformationMap(java.util.List.of(new MeanStdDevTransformation()));
        // begin
        RegularizedAdaGrad optimiser = new RegularizedAdaGrad("l1(lambda=0.01)").withMinibatchSize(8);
        LinearSGDTrainer sgd = new LinearSGDTrainer(new LogMulticlass(), optimiser, 50, -1, 8, 1);
        TransformedModel<Label> linear = new TransformTrainer<>(sgd, standardize).train(data);

        RegularizedAdaGrad grouped = new RegularizedAdaGrad("group-l2(lambda=0.003)").withLearningRate(0.2);
        FMClassificationTrainer machine = new FMClassificationTrainer(new LogMulticlass(), grouped, 20, 1, 4, 0.1);
        TransformedModel<Label> interactions = new TransformTrainer<>(machine, standardize).train(data);
        // end
        double[][] weights =
                ((LinearSGDModel) linear.getInnerModel()).getWeightsCopy().toArray();
        int zeros = 0;
        for (double weight : weights[0]) {
            zeros += weight == 0 ? 1 : 0;
        }
        assertThat(zeros).isBetween(10, 25);
        assertThat(interactions.getInnerModel()).isInstanceOf(FMClassificationModel.class);
        assertThat(interactions.predict(data.getExample(0)).hasProbabilities()).isTrue();
    }
}
