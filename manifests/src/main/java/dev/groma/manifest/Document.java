package dev.groma.manifest;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One document of a text.
 *
 * @param root its value
 * @param places where the value's members and elements stand in the text
 */
record Document(JsonNode root, Places places) {}
