#pragma once
#include "models/base/error.h"
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace vox {

// A model or a voice that this machine has, as the settings list it. A value, made by the program.
struct InstalledPart {
    enum class Kind { Recogniser, VoiceActivity, Voice };
    Kind kind = Kind::Voice;
    QString name;
    QString maker;          // engine of a voice; package or file of a model
    QStringList languages;  // BCP 47
    QString licence;        // SPDX where there is one
    qint64 bytes = 0;       // 0: not known
    bool usable = true;     // for any purpose; false: not in a business
    QString id = {};        // what agents and commands call it
    bool added = false;     // by a person, who may remove it
    bool measurable = false;
    double realTimeFactor = 0;        // seconds of work for a second of sound on this machine; 0: not known
    std::optional<Error> fault = {};  // why it does not work
};

} // namespace vox
