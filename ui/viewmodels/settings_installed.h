#pragma once
#include <QList>
#include <QString>
#include <QStringList>

namespace vox {

// A model or a voice that this machine has, as the settings list it. A value, made by the program.
struct InstalledPart {
    enum class Kind { Recogniser, VoiceActivity, Voice };
    Kind kind = Kind::Voice;
    QString name;
    QString maker;          // engine of a voice; package of a model
    QStringList languages;  // BCP 47
    QString licence;        // SPDX where there is one
    qint64 bytes = 0;       // 0: not known
    bool usable = true;     // for any purpose; false: not in a business
};

} // namespace vox
