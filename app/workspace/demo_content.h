#pragma once
#include "models/base/result.h"
#include "models/base/time.h"
#include <QByteArray>
#include <QString>
#include <QStringList>

namespace vox {

class Store;

// Agent files that come with the program, by name: "order_desk", "first_line", "blank_en", "blank_ru".
QStringList bundledAgents();
QByteArray bundledAgent(const QString &name);

// Fills a new workspace with the two demo agents.
Result<void> addDemoAgents(Store &store, UtcMs now);

} // namespace vox
