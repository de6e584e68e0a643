@NullMarked
package dev.groma.runner.s3;

import org.jspecify.annotations.NullMarked;
