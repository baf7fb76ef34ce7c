#include "models/store/sqlite/conversation_words.h"
#include "models/base/json_codec.h"
#include "models/store/sqlite/word_tokenizer.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

// A row carries the word of every band it reaches, so "slower than" is one word; the row itself is checked exactly.
constexpr qint64 latencyBands[] = {200, 300, 400, 500, 600, 800, 1000, 1500, 2000, 3000, 5000};

QString plain(QString value) { return value.toLower().remove(u'-').remove(u' '); }

QString agentWord(const QString &agent) { return u"_ag"_s + plain(agent); }
QString languageWord(const QString &language) { return u"_ln"_s + plain(language); }
QString channelWord(Channel channel) { return u"_ch"_s + QString::number(int(channel)); }
QString outcomeWord(Outcome outcome) { return u"_oc"_s + QString::number(int(outcome)); }
QString latencyWord(qint64 band) { return u"_sl"_s + QString::number(band); }
const QString errorWord = u"_er"_s;
const QString interruptedWord = u"_in"_s;

QString quoted(const QString &word) { return u'"' + word + u'"'; }

QString unfinishedWord(const QString &stem, const QString &word, const WordsThatBegin &wordsThatBegin)
{
    const auto words = word.size() > indexedBeginning ? wordsThatBegin(word) : std::nullopt;
    if (!words) return u"(%1 OR %2 *)"_s.arg(stem, quoted(word));
    QString out = u'(' + stem;
    for (const QString &one : *words) out += " OR "_L1 + quoted(one);
    return out + u')';
}

} // namespace

QString indexedText(const ConversationRow &row, const QString &words)
{
    QStringList filters{agentWord(row.agent), languageWord(row.language), channelWord(row.channel), outcomeWord(row.outcome)};
    if (row.errors > 0) filters.append(errorWord);
    if (row.interruptions > 0) filters.append(interruptedWord);
    for (const qint64 band : latencyBands)
        if (row.p95Ms && *row.p95Ms >= band) filters.append(latencyWord(band));
    QString text = words;
    text.replace(QChar(reservedMark), u' ').replace(u'\n', u' ').replace(u'\0', u' ');
    for (const QString &filter : filters) text += u' ' + QString(QChar(reservedMark)) + filter;
    return text;
}

QString matchExpression(const ConversationQuery &query, WordStems &stems, const WordsThatBegin &wordsThatBegin)
{
    QStringList all;
    QStringList words = WordStems::words(query.text.left(200));
    const bool unfinished = !words.isEmpty() && query.text.back().isLetterOrNumber();
    for (qsizetype i = 0; i < words.size() && i < 12; ++i) {
        const QString stem = quoted(stems.stem(words[i]));
        if (unfinished && i == words.size() - 1) all.append(unfinishedWord(stem, words[i], wordsThatBegin));
        else all.append(stem);
    }
    if (!query.agent.isEmpty()) all.append(quoted(agentWord(query.agent)));
    if (!query.language.isEmpty()) all.append(quoted(languageWord(query.language)));
    if (query.channel) all.append(quoted(channelWord(*query.channel)));
    if (query.outcome) all.append(quoted(outcomeWord(*query.outcome)));
    if (query.withErrors) all.append(quoted(errorWord));
    if (query.interrupted) all.append(quoted(interruptedWord));
    qint64 reached = 0;
    for (const qint64 band : latencyBands)
        if (query.slowerThanMs && band <= *query.slowerThanMs) reached = band;
    if (reached > 0) all.append(quoted(latencyWord(reached)));
    return all.join(" AND "_L1);
}

} // namespace vox
