// Precompiled for modules that draw.
#pragma once
#ifdef __cplusplus
#include "core.h"
#include <QColor>
#include <QFont>
#include <QIcon>
#include <QLabel>
#include <QLayout>
#include <QObject>
#include <QPainter>
#include <QWidget>
#endif
