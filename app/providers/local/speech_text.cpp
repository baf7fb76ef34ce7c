#include "app/providers/local/speech_text.h"

namespace vox {

namespace {

constexpr qsizetype kLongestTag = 200;

// Length of the tag that starts at `at` ("<b>", "</speak>", "<!-- -->"), 0 when it is only a "less than".
qsizetype tagLength(QStringView text, qsizetype at)
{
    if (at + 1 >= text.size()) return 0;
    const QChar first = text[at + 1];
    if (!first.isLetter() && first != u'/' && first != u'!' && first != u'?') return 0;
    const qsizetype close = text.mid(at, kLongestTag).indexOf(u'>');
    return close < 0 ? 0 : close + 1;
}

bool isUnspeakable(QChar c)
{
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned: return true;
    default: return c == u'*' || c == u'`' || c == u'_' || c == u'#' || c == u'~' || c == u'|' || c == u'\\' || c == u'<' || c == u'>';
    }
}

} // namespace

QString speakable(QStringView text)
{
    QString out = text.toString();
    for (qsizetype i = 0; i < out.size(); ++i) {
        const QChar c = out[i];
        if (c == u'<') {
            const qsizetype length = tagLength(out, i);
            for (qsizetype k = 0; k < length; ++k) out[i + k] = u' ';
        }
        if (c == u'\n' || c == u'\r') continue; // ends a sentence
        if (c.isHighSurrogate() && i + 1 < out.size() && out[i + 1].isLowSurrogate()) ++i;
        else if (c.isSurrogate() || isUnspeakable(c)) out[i] = u' ';
    }
    return out;
}

} // namespace vox
