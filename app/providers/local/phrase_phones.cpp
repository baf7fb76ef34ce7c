#include "app/providers/local/phrase_phones.h"
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace vox {

namespace {

struct Rule {
    QStringView ipa;
    QStringView phones; // space-separated
    bool isVowel = false;
};

// Longest first. Palatalisation (ʲ) is read apart: it becomes Y before a back vowel and is lost elsewhere.
constexpr std::array kRules{
    Rule{u"tʃʲ", u"CH"}, Rule{u"tɕ", u"CH"},  Rule{u"tʃ", u"CH"},  Rule{u"dʒ", u"JH"},  Rule{u"ts", u"T S"}, Rule{u"ɕɕ", u"SH"},
    Rule{u"ɕ", u"SH"},   Rule{u"ʃ", u"SH"},   Rule{u"ʒ", u"ZH"},   Rule{u"ʑ", u"ZH"},   Rule{u"x", u"HH"},   Rule{u"ɣ", u"G"},
    Rule{u"b", u"B"},    Rule{u"p", u"P"},    Rule{u"d", u"D"},    Rule{u"t", u"T"},    Rule{u"ɡ", u"G"},    Rule{u"g", u"G"},
    Rule{u"k", u"K"},    Rule{u"v", u"V"},    Rule{u"f", u"F"},    Rule{u"z", u"Z"},    Rule{u"s", u"S"},    Rule{u"m", u"M"},
    Rule{u"n", u"N"},    Rule{u"ŋ", u"NG"},   Rule{u"ɭ", u"L"},    Rule{u"l", u"L"},    Rule{u"ɫ", u"L"},    Rule{u"r", u"R"},
    Rule{u"ɾ", u"R"},    Rule{u"j", u"Y"},    Rule{u"w", u"W"},    Rule{u"h", u"HH"},   Rule{u"ɑ", u"AA", true}, Rule{u"a", u"AA", true},
    Rule{u"æ", u"AE", true}, Rule{u"ʌ", u"AH", true}, Rule{u"ə", u"AH", true}, Rule{u"ɐ", u"AH", true}, Rule{u"o", u"AO", true},
    Rule{u"ɔ", u"AO", true}, Rule{u"ɵ", u"AO", true}, Rule{u"ɛ", u"EH", true}, Rule{u"e", u"EH", true}, Rule{u"i", u"IY", true},
    Rule{u"ɪ", u"IH", true}, Rule{u"y", u"IH", true}, Rule{u"ɨ", u"IH", true}, Rule{u"u", u"UW", true}, Rule{u"ʊ", u"UH", true},
};

const Rule *ruleAt(QStringView ipa)
{
    const auto found = std::find_if(kRules.begin(), kRules.end(), [&](const Rule &rule) { return ipa.startsWith(rule.ipa); });
    return found == kRules.end() ? nullptr : &*found;
}

bool isBack(QStringView phone) { return phone == u"AA" || phone == u"AH" || phone == u"AO" || phone == u"UW" || phone == u"UH"; }

// "A Y" sequences as English has them: a second way to hear the same word.
QStringList withDiphthongs(const QStringList &phones)
{
    QStringList out;
    for (const QString &phone : phones) {
        const QString before = out.isEmpty() ? QString() : out.last();
        if (phone == u"Y" && before == u"AO") out.last() = u"OY"_s;
        else if (phone == u"Y" && (before == u"AA" || before == u"AH")) out.last() = u"AY"_s;
        else if (phone == u"Y" && before == u"EH") out.last() = u"EY"_s;
        else out.append(phone);
    }
    return out;
}

} // namespace

QList<QStringList> cmuPhones(const QString &ipaWord)
{
    QStringList phones;
    bool soft = false;
    for (qsizetype i = 0; i < ipaWord.size();) {
        const Rule *rule = ruleAt(QStringView(ipaWord).mid(i));
        if (!rule) { // stress, length, softness, what we do not know
            soft = soft || ipaWord[i] == u'ʲ';
            ++i;
            continue;
        }
        const QStringList sounds = rule->phones.toString().split(u' ');
        if (soft && rule->isVowel && isBack(sounds[0])) phones.append(u"Y"_s);
        soft = false;
        for (const QString &sound : sounds)
            if (phones.isEmpty() || phones.last() != sound) phones.append(sound); // long consonants are one
        i += rule->ipa.size();
    }
    if (phones.isEmpty()) return {};
    QList<QStringList> variants{phones};
    const QStringList gliding = withDiphthongs(phones);
    if (gliding != phones) variants.prepend(gliding);
    QStringList open = phones; // an unstressed a is often heard open
    open.replaceInStrings(u"AH"_s, u"AA"_s);
    if (!variants.contains(open)) variants.append(open);
    return variants;
}

} // namespace vox
