package dev.groma.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * What plain words and numbers of YAML mean, by the rules of sigs.k8s.io/yaml, which kubectl and
 * the API server use: yes and on are true, 0x10 is 16, 1:30 and 2026-11-01 are texts.
 */
final class YamlScalars extends Resolver {

  private static final Pattern TRUE = Pattern.compile("y|Y|(?i:yes)|(?i:true)|(?i:on)");
  private static final Pattern BOOLEAN =
      Pattern.compile(TRUE.pattern() + "|n|N|(?i:no)|(?i:false)|(?i:off)");
  private static final Pattern INTEGER =
      Pattern.compile("[-+]?(?:0[bB][01_]+|0[xX][0-9a-fA-F_]+|0[oO]?[0-7_]+|0|[1-9][0-9_]*)");
  private static final Pattern NOT_FINITE = Pattern.compile("[-+]?\\.(?i:inf)|\\.(?i:nan)");
  private static final Pattern REAL =
      Pattern.compile(
          "[-+]?(?:\\.[0-9]+|[0-9][0-9_]*(?:\\.[0-9_]*)?)(?:[eE][-+]?[0-9]+)?|"
              + NOT_FINITE.pattern());
  private static final Pattern NULL = Pattern.compile("~|(?i:null)|");
  private static final Pattern MERGE = Pattern.compile("<<");

  @Override
  protected void addImplicitResolvers() {
    addImplicitResolver(Tag.BOOL, BOOLEAN, "yYnNtTfFoO");
    addImplicitResolver(Tag.INT, INTEGER, "-+0123456789");
    addImplicitResolver(Tag.FLOAT, REAL, "-+0123456789.");
    addImplicitResolver(Tag.NULL, NULL, "~nN\0");
    addImplicitResolver(Tag.NULL, NULL, null);
    addImplicitResolver(Tag.MERGE, MERGE, "<");
    // A text to us; known here so that it is quoted where it is written, for readers of YAML 1.1.
    addImplicitResolver(Tag.TIMESTAMP, TIMESTAMP, "0123456789");
  }

  /**
   * The value of a scalar.
   *
   * @throws IllegalArgumentException when JSON has no such value; the message is for the user
   */
  static JsonNode value(ScalarNode scalar) {
    String text = scalar.getValue();
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.STR) || tag.equals(Tag.MERGE) || tag.equals(Tag.TIMESTAMP)) {
      return TextNode.valueOf(text);
    }
    if (tag.equals(Tag.NULL)) {
      return NullNode.getInstance();
    }
    if (tag.equals(Tag.BOOL) && BOOLEAN.matcher(text).matches()) {
      return BooleanNode.valueOf(TRUE.matcher(text).matches());
    }
    if (tag.equals(Tag.INT) && INTEGER.matcher(text).matches()) {
      return integer(text.replace("_", "").toLowerCase(Locale.ROOT));
    }
    if (tag.equals(Tag.FLOAT) && REAL.matcher(text).matches()) {
      return real(text);
    }
    throw new IllegalArgumentException(
        "%s cannot be read as %s; leave the tag away".formatted(text, tag.getValue()));
  }

  private static JsonNode integer(String text) {
    boolean negative = text.startsWith("-");
    String digits = negative || text.startsWith("+") ? text.substring(1) : text;
    BigInteger size;
    if (digits.startsWith("0x")) {
      size = new BigInteger(digits.substring(2), 16);
    } else if (digits.startsWith("0b")) {
      size = new BigInteger(digits.substring(2), 2);
    } else if (digits.startsWith("0o")) {
      size = new BigInteger(digits.substring(2), 8);
    } else {
      size = new BigInteger(digits, digits.startsWith("0") && digits.length() > 1 ? 8 : 10);
    }
    BigInteger value = negative ? size.negate() : size;
    return value.bitLength() < Long.SIZE
        ? LongNode.valueOf(value.longValue())
        : BigIntegerNode.valueOf(value);
  }

  private static JsonNode real(String text) {
    if (NOT_FINITE.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "must be a finite number, was %s; to mean the text, quote it".formatted(text));
    }
    double value = Double.parseDouble(text.replace("_", ""));
    if (Double.isInfinite(value)) {
      throw new IllegalArgumentException("must be a number below 1.8e308 in size, was " + text);
    }
    return DoubleNode.valueOf(value);
  }
}
