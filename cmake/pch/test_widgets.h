// Precompiled for tests that draw.
#pragma once
#ifdef __cplusplus
#include "test.h"
#include "widgets.h"
#endif
