package dev.groma.engine.rooms;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The few numbers that say what was found.
 *
 * @param roomsCount rooms found
 * @param confidenceScore mean of the rooms' confidences weighted by area, 0 to 1, rounded to 4
 *     places; 0 without rooms
 * @param totalAreaM2 sum of the rooms' areas in square metres, rounded to 4 places, or to 6 digits
 *     where that is finer; absent for a plan in pixels
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoomSummary(long roomsCount, double confidenceScore, @Nullable Double totalAreaM2) {}
