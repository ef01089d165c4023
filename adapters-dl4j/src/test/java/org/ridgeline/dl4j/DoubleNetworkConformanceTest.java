package org.ridgeline.dl4j;

import org.nd4j.linalg.api.buffer.DataType;

/** The rules for adapters, on networks of data type DOUBLE. */
class DoubleNetworkConformanceTest extends Dl4jAdapterConformance {

    DoubleNetworkConformanceTest() {
        super(DataType.DOUBLE);
    }
}
