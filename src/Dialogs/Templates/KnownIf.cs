using DotLiquid;
using DotLiquid.Tags;

namespace MeliBot.Dialogs.Templates;

/// <summary>Liquid's <c>if</c>, whose conditions hold only on what is known: what is tested and not known leads to the next branch.</summary>
internal class KnownIf : If
{
    private readonly List<ConditionNode?> _tests = [];

    protected virtual Truth Taken => Truth.True;

    public override void Initialize(string tagName, string markup, List<string> tokens)
    {
        _tests.Add(ConditionSyntax.Parse(markup));
        base.Initialize(tagName, markup, tokens);
    }

    public override void UnknownTag(string tag, string markup, List<string> tokens)
    {
        if (tag is "elsif" or "elseif") _tests.Add(ConditionSyntax.Parse(markup));
        else if (tag == "else") _tests.Add(null);
        base.UnknownTag(tag, markup, tokens);
    }

    public override void Render(Context context, TextWriter result)
    {
        var reading = LiquidContext.ReadingOf(context);
        for (var i = 0; i < Blocks.Count; i++)
        {
            if (_tests[i] is { } test && reading.Test(test, path => context[path, false]) != (i == 0 ? Taken : Truth.True)) continue;
            context.Stack(() => RenderAll(Blocks[i].Attachment, context, result));
            return;
        }
    }
}

internal sealed class KnownUnless : KnownIf
{
    protected override Truth Taken => Truth.False;
}
