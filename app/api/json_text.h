#pragma once
#include <QByteArray>
#include <QString>

namespace vox {

// A text as JSON writes it, with its quotes: for answers that are long lists of small rows, where building objects first would cost
// more than everything else of the request.
QByteArray jsonText(const QString &text);

} // namespace vox
