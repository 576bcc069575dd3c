using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MeliBot.Delivery.Stores.Postgres.Sql;

/// <summary>
/// What a write must have alone, as the number of an advisory lock that ends with its transaction. Every transaction takes all of its locks at the beginning and in the order of their numbers, so that two never
/// wait for each other. Two things that share a number by chance only wait a little longer.
/// </summary>
internal static class LockKey
{
    public static long Conversation(long account, string id) => Of('c', $"{account} {id}");

    public static long Signal(long account, string topic, string resource) => Of('s', $"{account} {topic} {resource}");

    public static long State(long account, string key) => Of('k', $"{account} {key}");

    public static long Record(string kind, string key) => Of('r', $"{kind} {key}");

    public static long Lease(string name) => Of('l', name);

    private static long Of(char what, string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(what + key), hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}
