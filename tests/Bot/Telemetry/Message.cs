using System.Text;
using Google.Protobuf;

namespace MeliBot.Bot.Tests.Telemetry;

/// <summary>A Protocol Buffers message of which only the numbers of the fields are known.</summary>
internal sealed class Message
{
    private readonly List<(int Field, byte[] Value)> _fields = [];

    public Message(byte[] raw)
    {
        Raw = raw;
        using var input = new CodedInputStream(raw);
        while (input.ReadTag() is var tag and not 0)
        {
            if (WireFormat.GetTagWireType(tag) == WireFormat.WireType.LengthDelimited) _fields.Add((WireFormat.GetTagFieldNumber(tag), input.ReadBytes().ToByteArray()));
            else input.SkipLastField();
        }
    }

    public byte[] Raw { get; }

    public IEnumerable<Message> All(int field) => _fields.Where(found => found.Field == field).Select(found => new Message(found.Value));

    public byte[] Bytes(int field) => _fields.FirstOrDefault(found => found.Field == field).Value ?? [];

    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field));
}
