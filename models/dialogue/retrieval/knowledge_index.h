#pragma once
#include <QHash>
#include <QString>
#include <optional>
#include <vector>

namespace vox {

// Finds the passage of a text that answers a question: BM25 over sentences (Robertson and Zaragoza 2009, k1 1.2,
// b 0.75), stemmed. Built once, then immutable, any thread.
class KnowledgeIndex {
public:
    struct Answer {
        QString text;         // at most two sentences, as they stand
        double score = 0;     // 0..1: weighted share of the question's words that the passage has
        qsizetype offset = 0; // of the passage in the text
    };

    KnowledgeIndex() = default;
    KnowledgeIndex(const QString &text, const QString &language);
    // The best passage, however bad; nullopt: no word in common.
    std::optional<Answer> best(const QString &question) const;
    bool isEmpty() const { return m_sentences.empty(); }

private:
    struct Sentence { QString text; qsizetype offset = 0; int words = 0; int paragraph = 0; };
    struct Posting { int sentence = 0; int count = 0; };
    void add(const QString &text, qsizetype offset, int paragraph);
    double weight(qsizetype sentences) const;

    QString m_language;
    std::vector<Sentence> m_sentences;
    QHash<QString, std::vector<Posting>> m_postings;
    double m_meanWords = 1;
};

} // namespace vox
