package org.ridgeline.tribuo.sgd;

import com.oracle.labs.mlrg.olcut.config.ConfigurationManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.tribuo.Dataset;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.sequence.example.SequenceDataGenerator;
import org.tribuo.classification.sgd.crf.CRFModel;
import org.tribuo.classification.sgd.crf.CRFTrainer;
import org.tribuo.classification.sgd.fm.FMClassificationTrainer;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.linear.LogisticRegressionTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.multilabel.MultiLabel;
import org.tribuo.multilabel.sgd.fm.FMMultiLabelTrainer;
import org.tribuo.multilabel.sgd.objectives.BinaryCrossEntropy;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.sgd.fm.FMRegressionTrainer;
import org.tribuo.regression.sgd.objectives.Huber;
import org.tribuo.regression.sgd.objectives.SquaredLoss;
import org.tribuo.sequence.SequenceDataset;

/** A stock trainer with the optimiser, and data that it can train on. Some of the weights of its model are 0. */
public record SgdCase<T extends Output<T>>(String name, Trainer<T> trainer, Dataset<T> data) {

    private static final String L1 = "l1(lambda=0.03)";
    private static final String GROUPS = "group-l2(lambda=0.03)";

    /** One for each kind of stock model of single examples. */
    public static Stream<SgdCase<?>> all() {
        MutableDataset<Label> labels = Rows.random(1, 100, 8, 3, 0.5).labelled(1);
        // Tribuo's minibatches cannot have both sparse and dense examples.
        MutableDataset<Label> full = Rows.random(4, 100, 8, 3, 1).labelled(4);
        MutableDataset<Regressor> numbers = Rows.random(2, 100, 8, 2, 0.5).regression(2);
        MutableDataset<MultiLabel> sets = Rows.random(3, 100, 8, 3, 1).multiLabelled(3);
        // No setting has its default value.
        RegularizedAdaGrad every = new RegularizedAdaGrad("sparse-group-l2(lambda=0.05,alpha=0.5)")
                .withLearningRate(0.2)
                .withEpsilon(0.3)
                .withMinibatchSize(8)
                .withLossFactor(2)
                .withGrouping("weight")
                .withFeatureGroups(0, 0, 1, 1, -1, 2, 2, 2)
                .withPenalisedBias(true);
        return Stream.of(
                new SgdCase<>("classes", new LinearSGDTrainer(new LogMulticlass(), of(L1), 5, 1), labels),
                new SgdCase<>("logistic regression", logisticRegression(), labels),
                new SgdCase<>("every setting", new LinearSGDTrainer(new LogMulticlass(), every, 5, -1, 8, 1), full),
                new SgdCase<>(
                        "regression",
                        new org.tribuo.regression.sgd.linear.LinearSGDTrainer(
                                new SquaredLoss(), of("group-l2(lambda=0.5)").withLossFactor(2), 5, 1),
                        numbers),
                new SgdCase<>(
                        "labels",
                        new org.tribuo.multilabel.sgd.linear.LinearSGDTrainer(
                                new BinaryCrossEntropy(), of("mcp(lambda=0.2,gamma=3)"), 5, 1),
                        sets),
                new SgdCase<>(
                        "factorization machine of classes",
                        new FMClassificationTrainer(new LogMulticlass(), of(GROUPS), 5, 1, 3, 0.1),
                        labels),
                new SgdCase<>(
                        "factorization machine of numbers",
                        new FMRegressionTrainer(new Huber(), of(L1), 5, 1, 3, 0.1, true),
                        numbers),
                new SgdCase<>(
                        "factorization machine of labels",
                        new FMMultiLabelTrainer(new BinaryCrossEntropy(), of("slope(lambda=0.03)"), 5, 1, 3, 0.1),
                        sets));
    }

    private static RegularizedAdaGrad of(String regularizer) {
        return new RegularizedAdaGrad(regularizer);
    }

    /** Only a configuration file gives it another optimiser. */
    private static LogisticRegressionTrainer logisticRegression() {
        try {
            Path file = Files.createTempFile(Path.of("target"), "logistic", ".xml");
            try {
                Files.writeString(file, """
                        <config>
                          <component name="trainer" type="%s">
                            <property name="optimiser" value="ours"/>
                            <property name="objective" value="log"/>
                            <property name="seed" value="1"/>
                          </component>
                          <component name="log" type="%s"/>
                          <component name="ours" type="%s">
                            <property name="regularizer" value="%s"/>
                          </component>
                        </config>
                        """.formatted(
                                LogisticRegressionTrainer.class.getName(),
                                LogMulticlass.class.getName(),
                                RegularizedAdaGrad.class.getName(),
                                L1));
                try (ConfigurationManager manager = new ConfigurationManager(file.toString())) {
                    return (LogisticRegressionTrainer) manager.lookup("trainer");
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SequenceDataset<Label> sequences() {
        return SequenceDataGenerator.generateGorillaDataset(5);
    }

    static CRFTrainer crfTrainer() {
        return new CRFTrainer(new RegularizedAdaGrad("l1(lambda=0.1)").withLearningRate(0.5), 10, 1);
    }

    /** The model of sequences. */
    public static CRFModel crf() {
        return (CRFModel) crfTrainer().train(sequences());
    }

    /** Trains once more. */
    public Model<T> train() {
        return trainer.train(data);
    }

    /** The model of another trainer of the same kind of output. */
    @SuppressWarnings("unchecked")
    Model<T> train(Trainer<?> other) {
        return ((Trainer<T>) other).train(data);
    }

    @Override
    public String toString() {
        return name;
    }
}
