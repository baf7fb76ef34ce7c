#pragma once
#include <QAccessible>
#include <QString>

namespace vox::kit {

// What a custom-drawn widget tells a screen reader. Mixed into a QWidget; the factory that Style installs finds it.
class Readable {
public:
    virtual ~Readable() = default;
    virtual QAccessible::Role readRole() const = 0;
    // Spoken when setAccessibleName() was not called.
    virtual QString readName() const { return {}; }
    virtual QString readValue() const { return {}; }
};

// Makes Qt ask Readable widgets; called once by Style.
void installReadable();

} // namespace vox::kit
