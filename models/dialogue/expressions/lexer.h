#pragma once
#include "models/dialogue/expressions/ast.h"

namespace vox {

struct Token {
    enum class Kind : std::uint8_t { End, Name, Int, Double, String, Symbol };
    Kind kind = Kind::End;
    QString text;   // name, digits, contents of a string, or the symbol
    qsizetype offset = 0;
};

struct Tokens {
    std::vector<Token> list; // the last one is End
    std::optional<ExpressionFault> fault;
};

Tokens tokens(QStringView text);

} // namespace vox
