using System.Security.Cryptography;
using System.Text;

namespace MeliBot.Adapter.Webhooks;

/// <summary>Compares a path's secret in time that says nothing about it.</summary>
internal sealed class NotificationSecrets(IEnumerable<string> secrets)
{
    // A key of this process: the hashes being compared can't be computed outside.
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly string[] _secrets = [.. secrets];
    private byte[][]? _hashes;

    public bool Match(string? secret)
    {
        _hashes ??= [.. _secrets.Select(Hash)];
        var hash = Hash(secret ?? "");
        var match = false;
        // All of them, whichever fits.
        foreach (var known in _hashes) match |= CryptographicOperations.FixedTimeEquals(hash, known);
        return match;
    }

    private byte[] Hash(string secret) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(secret));
}
