package org.ridgeline.dl4j;

import org.nd4j.linalg.api.buffer.DataType;

/** The rules for adapters, on networks of data type FLOAT. */
class FloatNetworkConformanceTest extends Dl4jAdapterConformance {

    FloatNetworkConformanceTest() {
        super(DataType.FLOAT);
    }
}
