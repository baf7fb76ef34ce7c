#pragma once
#include <QByteArray>
#include <QList>

namespace vox {

// Server-sent events (WHATWG HTML, 9.2.6): bytes in pieces of any size, whole events out. Only the data of events is
// kept. An event longer than 1 MB is dropped and `overflowed()` says so.
class SseParser {
public:
    // Data of the events that this piece completed, lines joined by "\n".
    QList<QByteArray> feed(QByteArrayView piece);
    bool overflowed() const { return m_overflowed; }

private:
    void takeLine(QList<QByteArray> &out);

    QByteArray m_line;
    QByteArray m_data;
    bool m_hasData = false;
    bool m_sawReturn = false;
    bool m_atStart = true;
    bool m_overflowed = false;
};

} // namespace vox
