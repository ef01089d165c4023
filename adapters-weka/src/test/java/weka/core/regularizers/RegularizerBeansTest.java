package weka.core.regularizers;

import static org.assertj.core.api.Assertions.assertThat;

import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.Parameter;
import org.ridgeline.Regularizers;
import org.ridgeline.weka.InstalledRegularizers;
import org.ridgeline.weka.RegularizerText;
import weka.core.CheckGOE;
import weka.core.CheckOptionHandler;
import weka.core.Option;
import weka.core.SerializedObject;
import weka.core.Utils;

class RegularizerBeansTest {

    static List<Regularizer> beans() {
        return List.of(
                new L1(),
                new L2(),
                new ElasticNet(),
                new GroupL2(),
                new SparseGroupL2(),
                new Mcp(),
                new Scad(),
                new Slope(),
                new AdaptiveLambda(),
                new TextRegularizer());
    }

    static Stream<ProviderRegularizer> builtIns() {
        return beans().stream().filter(ProviderRegularizer.class::isInstance).map(ProviderRegularizer.class::cast);
    }

    @Test
    void everyBuiltInRegularizerHasABean() {
        assertThat(builtIns().map(bean -> bean.provider().name()))
                .containsExactlyInAnyOrderElementsOf(Regularizers.load().names());
    }

    @ParameterizedTest
    @MethodSource("builtIns")
    void everyParameterIsAPropertyAndAnOption(ProviderRegularizer bean) throws Exception {
        Set<String> parameters =
                bean.provider().parameters().stream().map(Parameter::name).collect(Collectors.toSet());
        Set<String> properties = Arrays.stream(
                        Introspector.getBeanInfo(bean.getClass(), Object.class).getPropertyDescriptors())
                .filter(property -> property.getWriteMethod() != null && property.getReadMethod() != null)
                .map(PropertyDescriptor::getName)
                .filter(name -> !name.equals("options"))
                .collect(Collectors.toCollection(TreeSet::new));

        for (String name : properties) {
            PropertyDescriptor property = new PropertyDescriptor(name, bean.getClass());
            List<String> before = List.of(bean.getOptions());
            property.getWriteMethod().invoke(bean, property.getReadMethod().invoke(bean));
            assertThat(bean.getOptions()).as(name).containsExactlyElementsOf(before);
        }
        assertThat(properties).containsExactlyInAnyOrderElementsOf(parameters);
        assertThat(Collections.list(bean.listOptions())).hasSize(parameters.size());
        assertThat(bean.getOptions()).hasSize(2 * parameters.size());
    }

    @ParameterizedTest
    @MethodSource("builtIns")
    void aNewBeanHasTheDefaultsOfTheTextForm(ProviderRegularizer bean) {
        Regularizers known = Regularizers.load();

        assertThat(bean.toRegularizer(known))
                .isEqualTo(known.create(bean.provider().name(), Map.of()));
    }

    @ParameterizedTest
    @MethodSource("beans")
    void wekasOwnChecksPass(Regularizer bean) {
        CheckOptionHandler options = new CheckOptionHandler();
        options.setSilent(true);
        options.setOptionHandler(bean);
        options.setUserOptions(bean.getOptions());
        options.doTests();
        CheckGOE editor = new CheckGOE();
        editor.setSilent(true);
        editor.setObject(bean);
        editor.doTests();

        assertThat(options.getSuccess()).isTrue();
        assertThat(editor.getSuccess()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weka.core.regularizers.L1 -L 0.1 | l1(lambda=0.1)",
                "weka.core.regularizers.L2 -L 1e-9 | l2(lambda=1e-9)",
                "weka.core.regularizers.ElasticNet -L 0.1 -A 0.5 | elastic-net(lambda=0.1,alpha=0.5)",
                "weka.core.regularizers.GroupL2 -L 3 | group-l2(lambda=3)",
                "weka.core.regularizers.SparseGroupL2 -L 3 -A 0.25 | sparse-group-l2(lambda=3,alpha=0.25)",
                "weka.core.regularizers.Mcp -L 0.5 -G 1.5 | mcp(lambda=0.5,gamma=1.5)",
                "weka.core.regularizers.Scad -L 0.5 -A 2.5 | scad(lambda=0.5,a=2.5)",
                "weka.core.regularizers.Slope -L 0.5 -Q 0.2 | slope(lambda=0.5,q=0.2)",
                "weka.core.regularizers.AdaptiveLambda -B l2(lambda=3) -min 0.1 -max 9 -D 0.5 -E 2 -P 3"
                        + "| adaptive(base=l2(lambda=3),min=0.1,max=9,decay=0.5,epochs=2,patience=3)"
            })
    void optionsMeanTheTextForm(String options, String text) throws Exception {
        Regularizer bean = RegularizerText.parse(options);

        assertThat(bean.toRegularizer(Regularizers.load()).toString()).isEqualTo(text);
        assertThat(RegularizerText.of(bean)).isEqualTo(options);
        Regularizer copy = (Regularizer) new SerializedObject(bean).getObject();
        assertThat(RegularizerText.of(copy)).isEqualTo(options);
    }

    @Test
    void aNestedRegularizerIsABean() throws Exception {
        AdaptiveLambda adaptive = new AdaptiveLambda();
        ElasticNet base = new ElasticNet();
        base.setAlpha(0.25);
        adaptive.setBase(base);
        adaptive.setPatience(4);
        String written = RegularizerText.of(adaptive);
        AdaptiveLambda read = (AdaptiveLambda) RegularizerText.parse(written);

        assertThat(read.getBase()).isInstanceOf(ElasticNet.class);
        assertThat(read.getPatience()).isEqualTo(4);
        assertThat(read.toRegularizer(Regularizers.load())).isEqualTo(adaptive.toRegularizer(Regularizers.load()));
        assertThat(RegularizerText.of(read)).isEqualTo(written);
    }

    @Test
    void helpComesFromTheParameters() {
        assertThat(new ElasticNet().globalInfo())
                .isEqualTo(Regularizers.load().provider("elastic-net").summary());
        assertThat(new ElasticNet().alphaTipText()).contains("a number in [0, 1]");
        assertThat(Collections.list(new ElasticNet().listOptions()))
                .extracting(Option::synopsis)
                .containsExactly("-L <lambda>", "-A <alpha>");
    }

    @Test
    void theTextBeanNamesWhatIsInstalled() {
        assertThat(new TextRegularizer().globalInfo())
                .contains(String.join(", ", InstalledRegularizers.load().names()));
        assertThat(Utils.joinOptions(new TextRegularizer("l2").getOptions())).isEqualTo("-text l2");
    }
}
