#pragma once
#include "app/secrets/desktop_secrets.h"

namespace vox::ctl {

// This user's secrets, ready to be asked; turns the event loop until the keychain has answered, three seconds at most.
std::unique_ptr<DesktopSecrets> openSecrets();

// What is left out of all that leaves this computer; the secrets outlive it.
inline RedactionSource redactionOf(const DesktopSecrets &secrets)
{
    return [&secrets] { return secrets.redaction(); };
}

} // namespace vox::ctl
