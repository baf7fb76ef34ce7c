#include "app/providers/openai/sse_parser.h"

namespace vox {

namespace {
constexpr qsizetype kLongestLine = 1 << 20;
} // namespace

void SseParser::takeLine(QList<QByteArray> &out)
{
    if (m_atStart) {
        m_atStart = false;
        if (m_line.startsWith("\xEF\xBB\xBF")) m_line.remove(0, 3);
    }
    if (m_line.isEmpty()) {
        if (m_hasData) out.append(m_data);
        m_data.clear();
        m_hasData = false;
        return;
    }
    const qsizetype colon = m_line.indexOf(':');
    const QByteArrayView name = QByteArrayView(m_line).first(colon < 0 ? m_line.size() : colon);
    if (name == "data") {
        QByteArrayView value = colon < 0 ? QByteArrayView() : QByteArrayView(m_line).sliced(colon + 1);
        if (value.startsWith(' ')) value = value.sliced(1);
        if (m_hasData) m_data += '\n';
        m_data += value;
        m_hasData = true;
        if (m_data.size() > kLongestLine) {
            m_overflowed = true;
            m_data.clear();
            m_hasData = false;
        }
    }
    m_line.clear();
}

QList<QByteArray> SseParser::feed(QByteArrayView piece)
{
    QList<QByteArray> out;
    for (const char c : piece) {
        if (c == '\n' && m_sawReturn) {
            m_sawReturn = false; // the second half of CRLF
            continue;
        }
        m_sawReturn = c == '\r';
        if (c == '\n' || c == '\r') {
            takeLine(out);
        } else if (m_line.size() < kLongestLine) {
            m_line += c;
        } else {
            m_overflowed = true;
        }
    }
    return out;
}

} // namespace vox
