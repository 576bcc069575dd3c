using System.Globalization;

namespace MeliBot.Dialogs.Templates;

/// <summary>Takes so much and no more.</summary>
internal sealed class LimitedWriter(int limit) : StringWriter(CultureInfo.InvariantCulture)
{
    public override void Write(char value)
    {
        Check(1);
        base.Write(value);
    }

    public override void Write(string? value)
    {
        Check(value?.Length ?? 0);
        base.Write(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        Check(count);
        base.Write(buffer, index, count);
    }

    private void Check(int more)
    {
        if (GetStringBuilder().Length + more > limit) throw new TemplateException($"the text grows over {limit} characters");
    }
}
