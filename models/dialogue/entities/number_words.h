#pragma once
#include <QString>
#include <optional>

namespace vox {

// One word that means a number.
struct NumberWord {
    enum class Kind { Unit, Teen, Ten, Hundred, Times, Whole }; // Times: hundred, thousand, million; Whole: полтора
    Kind kind = Kind::Unit;
    double value = 0;
    bool ordinal = false;
};
// `word` in lower case, ё as е; all cases and genders of Russian.
std::optional<NumberWord> numberWord(const QString &word);

} // namespace vox
