#pragma once
#include "models/dialogue/entities/entity.h"
#include "models/dialogue/entities/spoken_numbers.h"

namespace vox {

// An utterance taken apart once for the entity rules.
struct Utterance {
    explicit Utterance(const QString &said) : Utterance(said, wordsOf(said)) {}
    // Words that were put right, in the places where they stand in the text.
    Utterance(const QString &said, QList<Word> meant) : text(said), words(std::move(meant)), numbers(spokenNumbers(words)) {}

    const QString &word(qsizetype i) const
    {
        static const QString none;
        return i >= 0 && i < words.size() ? words[i].text : none;
    }
    // An entity over words [first, last].
    Entity over(QJsonValue value, qsizetype first, qsizetype last, double confidence) const
    {
        const qsizetype start = words[first].start;
        return {std::move(value), start, words[last].start + words[last].length - start, confidence};
    }

    QString text;
    QList<Word> words;
    QList<SpokenNumber> numbers;
};

std::optional<Entity> findNumber(const Utterance &said);
std::optional<Entity> findMoney(const Utterance &said);
std::optional<Entity> findYesNo(const Utterance &said);
std::optional<Entity> findPhone(const Utterance &said, const EntityContext &context);
std::optional<Entity> findOrderCode(const Utterance &said, const EntityContext &context);
std::optional<Entity> findEmail(const Utterance &said);
std::optional<Entity> findDate(const Utterance &said, const EntityContext &context);
std::optional<Entity> findTime(const Utterance &said);

} // namespace vox
