#include "models/dialogue/retrieval/knowledge_index.h"
#include "models/dialogue/retrieval/words.h"
#include <cmath>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr double k1 = 1.2, b = 0.75;
// A heading's and a neighbour's words help a sentence this much.
constexpr double neighbourShare = 0.3;

bool endsSentence(const QString &text, qsizetype i)
{
    const QChar c = text[i];
    if (c == u'\n') return true;
    if (c != u'.' && c != u'!' && c != u'?' && c != u'…') return false;
    if (i + 1 >= text.size()) return true;
    if (!text[i + 1].isSpace()) return false; // 3.5, example.com
    qsizetype next = i + 1;
    while (next < text.size() && text[next].isSpace() && text[next] != u'\n') ++next;
    // "г. Тверь" and "Mr. Smith" go on; so does what continues in lower case.
    const bool abbreviation = c == u'.' && i >= 1 && text[i - 1].isLetter() && (i < 2 || !text[i - 2].isLetter());
    return next >= text.size() || text[next] == u'\n' || (!text[next].isLower() && !abbreviation);
}

} // namespace

KnowledgeIndex::KnowledgeIndex(const QString &text, const QString &language) : m_language(language)
{
    qsizetype start = 0;
    int paragraph = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!endsSentence(text, i)) continue;
        add(text.mid(start, i + 1 - start), start, paragraph);
        start = i + 1;
        if (text[i] == u'\n') ++paragraph;
    }
    add(text.mid(start), start, paragraph);

    double words = 0;
    for (std::size_t s = 0; s < m_sentences.size(); ++s) {
        const QStringList stems = stemsOf(m_sentences[s].text, language);
        m_sentences[s].words = int(stems.size());
        words += double(stems.size());
        for (const QString &stem : stems) {
            auto &list = m_postings[stem];
            if (list.empty() || list.back().sentence != int(s)) list.push_back({int(s), 0});
            ++list.back().count;
        }
    }
    m_meanWords = m_sentences.empty() ? 1 : std::max(1.0, words / double(m_sentences.size()));
}

void KnowledgeIndex::add(const QString &text, qsizetype offset, int paragraph)
{
    qsizetype from = 0;
    while (from < text.size() && (text[from].isSpace() || text[from] == u'#' || text[from] == u'*')) ++from;
    const QString clean = text.mid(from).trimmed();
    if (!clean.isEmpty()) m_sentences.push_back({clean, offset + from, 0, paragraph});
}

double KnowledgeIndex::weight(qsizetype sentences) const
{
    const double all = double(m_sentences.size());
    return std::log(1 + (all - double(sentences) + 0.5) / (double(sentences) + 0.5));
}

std::optional<KnowledgeIndex::Answer> KnowledgeIndex::best(const QString &question) const
{
    QStringList stems = stemsOf(question.left(1000), m_language);
    stems.removeDuplicates();
    if (stems.isEmpty() || m_sentences.empty()) return std::nullopt;
    std::vector<double> scores(m_sentences.size()), shares(m_sentences.size());
    double whole = 0;
    for (const QString &stem : stems) {
        const auto list = m_postings.find(stem);
        const double idf = weight(list == m_postings.end() ? 0 : qsizetype(list->size()));
        whole += idf;
        if (list == m_postings.end()) continue;
        for (const Posting &posting : *list) {
            const auto at = std::size_t(posting.sentence);
            const double length = 1 - b + b * m_sentences[at].words / m_meanWords;
            scores[at] += idf * posting.count * (k1 + 1) / (posting.count + k1 * length);
            shares[at] += idf;
        }
    }
    std::size_t best = 0;
    double bestScore = 0;
    for (std::size_t s = 0; s < scores.size(); ++s) {
        double score = scores[s];
        if (s > 0 && m_sentences[s].paragraph - m_sentences[s - 1].paragraph <= 1) score += neighbourShare * scores[s - 1];
        if (m_sentences[s].text.endsWith(u'?') || m_sentences[s].words < 2) score *= 0.5; // a heading is no answer
        if (score > bestScore) { bestScore = score; best = s; }
    }
    if (bestScore <= 0) return std::nullopt;
    double share = shares[best];
    if (best > 0 && m_sentences[best].paragraph - m_sentences[best - 1].paragraph <= 1) share = std::max(share, std::min(whole, share + neighbourShare * shares[best - 1]));
    Answer answer{m_sentences[best].text, std::min(1.0, share / whole), m_sentences[best].offset};
    const std::size_t next = best + 1;
    if (next < m_sentences.size() && m_sentences[next].paragraph == m_sentences[best].paragraph
        && answer.text.size() + m_sentences[next].text.size() < 300)
        answer.text += u' ' + m_sentences[next].text;
    return answer;
}

} // namespace vox
