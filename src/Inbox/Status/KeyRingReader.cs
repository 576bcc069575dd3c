using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace MeliBot.Inbox.Status;

internal sealed class KeyRingReader(IKeyManager keys, IOptions<KeyManagementOptions> options)
{
    public KeyRingStanding Read()
    {
        var usable = keys.GetAllKeys().Where(key => !key.IsRevoked).ToList();
        return new KeyRingStanding(usable.Count, usable.Count == 0 ? null : usable.Max(key => key.ExpirationDate), options.Value.XmlEncryptor is not null);
    }
}
