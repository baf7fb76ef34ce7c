#pragma once
#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace vox {

// What training makes and classification needs: the examples as stems, and fastText's own bytes. Label i of fastText is
// intents[i].id, the last label is "none of them".
struct IntentModel {
    struct Intent {
        QString id;
        QList<QStringList> examples; // stems
    };
    QList<Intent> intents;
    QByteArray fasttext;
};

// One blob with a digest, so that damage is noticed before fastText reads it. Nothing when damaged.
QByteArray packModel(const IntentModel &model);
std::optional<IntentModel> unpackModel(const QByteArray &bytes);

// Sentences of everyday Russian and English that ask for nothing in particular: what "none of them" sounds like.
QStringList backgroundSentences();

} // namespace vox
