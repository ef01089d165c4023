package org.ridgeline.tribuo;

import java.util.List;
import org.tribuo.Output;
import org.tribuo.Trainer;
import org.tribuo.hash.HashCodeHasher;
import org.tribuo.hash.HashingTrainer;
import org.tribuo.transform.TransformTrainer;
import org.tribuo.transform.TransformationMap;
import org.tribuo.transform.transformations.SimpleTransform;

/** Trainers in Tribuo's trainers. */
final class Wrapped {

    private Wrapped() {}

    /** Trains on features that are multiplied by one. */
    static <T extends Output<T>> TransformTrainer<T> scaled(Trainer<T> inner) {
        return new TransformTrainer<>(inner, new TransformationMap(List.of(SimpleTransform.mul(1))));
    }

    /** Trains on features whose names are hashed. */
    static <T extends Output<T>> HashingTrainer<T> hashed(Trainer<T> inner) {
        return new HashingTrainer<>(inner, new HashCodeHasher("a salt of some length"));
    }
}
