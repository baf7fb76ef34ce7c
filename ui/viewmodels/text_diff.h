#pragma once
#include <QJsonObject>
#include <QList>
#include <QString>

namespace vox {

// A line of two texts put one under the other.
struct TextLine {
    enum class Kind { Same, Added, Removed, Folded };
    Kind kind = Kind::Same;
    QString text;
    int folded = 0; // how many equal lines a Folded one stands for
    friend bool operator==(const TextLine &, const TextLine &) = default;
};

// Line by line, what went before what came; of equal lines only `context` around each change stay, the rest is folded.
// Texts too different to be matched are told as one that went and one that came.
QList<TextLine> textDiff(const QStringList &before, const QStringList &after, int context = 3);

// An agent as an outline anybody can read: fields by name, texts as they are, the script node by node with where its arrows
// lead. Where nodes lie on the canvas is left out. The same content gives the same lines.
QStringList agentText(const QJsonObject &content);

} // namespace vox
