package org.ridgeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads pictures as an XML parser does, and holds them to what makes them readable. */
final class Pictures {

    /** A text of the picture, and the box that it takes up, roughly. */
    record Text(String content, String kind, double left, double right, double top, double bottom) {
        boolean overlaps(Text other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    private Pictures() {}

    static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    static List<Element> elements(Document svg, String name, String kind) {
        NodeList nodes = svg.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            Element element = (Element) nodes.item(i);
            if (kind.isEmpty() || element.getAttribute("class").equals(kind)) {
                elements.add(element);
            }
        }
        return elements;
    }

    static List<Text> texts(Document svg) {
        return elements(svg, "text", "").stream()
                .filter(text -> text.getAttribute("transform").isEmpty())
                .map(Pictures::text)
                .toList();
    }

    private static Text text(Element text) {
        double x = Double.parseDouble(text.getAttribute("x"));
        double y = Double.parseDouble(text.getAttribute("y"));
        // A narrower letter than that of the layout, which is to err on the other side.
        double width = 5.8
                * text.getTextContent().codePointCount(0, text.getTextContent().length());
        double left = switch (text.getAttribute("text-anchor")) {
            case "end" -> x - width;
            case "middle" -> x - width / 2;
            default -> x;
        };
        return new Text(text.getTextContent(), text.getAttribute("class"), left, left + width, y - 8.5, y + 2.5);
    }

    /** No text lies on another or reaches out of the picture. */
    static void assertReadable(Document svg) {
        double width = Double.parseDouble(svg.getDocumentElement().getAttribute("width"));
        double height = Double.parseDouble(svg.getDocumentElement().getAttribute("height"));
        List<Text> texts = new ArrayList<>(texts(svg));
        texts.sort(Comparator.comparingDouble(Text::top));
        assertThat(texts).hasSizeGreaterThan(10);
        for (Text text : texts) {
            assertThat(text.left()).as(text.content()).isGreaterThanOrEqualTo(0);
            assertThat(text.right()).as(text.content()).isLessThanOrEqualTo(width);
            assertThat(text.top()).as(text.content()).isGreaterThanOrEqualTo(0);
            assertThat(text.bottom()).as(text.content()).isLessThanOrEqualTo(height);
            for (Text other : texts) {
                assertThat(text != other && text.overlaps(other))
                        .as(text + " and " + other)
                        .isFalse();
            }
        }
    }
}
