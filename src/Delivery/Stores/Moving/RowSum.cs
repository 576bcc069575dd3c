using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MeliBot.Delivery.Stores.Moving;

/// <summary>A count and a checksum of rows whose order doesn't matter: the sum of their hashes.</summary>
internal sealed class RowSum
{
    private readonly StringBuilder _row = new();
    private UInt128 _sum;

    public long Rows { get; private set; }

    public string Checksum => _sum.ToString("x32", CultureInfo.InvariantCulture);

    public void Add(IReadOnlyList<object?> values)
    {
        _row.Clear();
        foreach (var value in values)
        {
            // Lengths keep two columns apart that would run into one another.
            _ = value switch
            {
                null => _row.Append('-'),
                string text => _row.Append(CultureInfo.InvariantCulture, $"t{text.Length}:").Append(text),
                _ => _row.Append(CultureInfo.InvariantCulture, $"n{value};"),
            };
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(_row.ToString()), hash);
        _sum += BinaryPrimitives.ReadUInt128BigEndian(hash);
        Rows++;
    }
}
