using System.Security.Cryptography;
using System.Text;

namespace MeliBot.Adapter.Webhooks;

/// <summary>Compares a path's secret in time that says nothing about it but its length.</summary>
internal sealed class NotificationSecrets(IEnumerable<string> secrets)
{
    private readonly byte[][] _secrets = [.. secrets.Select(Encoding.UTF8.GetBytes)];

    public bool Match(string? secret)
    {
        var given = Encoding.UTF8.GetBytes(secret ?? "");
        var match = false;
        // All of them, whichever fits.
        foreach (var known in _secrets) match |= CryptographicOperations.FixedTimeEquals(given, known);
        return match;
    }
}
