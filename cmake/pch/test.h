// Precompiled for tests.
#pragma once
#ifdef __cplusplus
#include "core.h"
#include <QtTest>
#endif
