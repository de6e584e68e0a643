package dev.groma.engine.rooms;

/** What an enclosed face is. */
public enum FaceKind {
  ROOM,
  /** The inside of a wall, door or window that is drawn with two lines. */
  WALL_BODY,
  /** It would be a room, but is smaller than {@link RoomParameters#minRoomArea()}. */
  TOO_SMALL
}
