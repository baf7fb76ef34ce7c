#pragma once
#include <QList>
#include <QString>
#include <QStringList>

namespace vox {

// How a word written in the International Phonetic Alphabet (as espeak-ng writes Russian) sounds in the 39 phones of
// the CMU dictionary, which the English acoustic model knows: "mˈoj" is M OY. Variants, likeliest first; empty when nothing of
// it is a sound.
QList<QStringList> cmuPhones(const QString &ipaWord);

} // namespace vox
