using System.Runtime.InteropServices;

namespace MeliBot.Dialogs.Understanding;

/// <summary>A range of the buyer's text, in UTF-16 units.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;
}
