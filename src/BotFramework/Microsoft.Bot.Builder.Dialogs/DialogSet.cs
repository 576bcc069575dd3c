using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Microsoft.Bot.Builder.Dialogs;

public class DialogSet
{
    private readonly IStatePropertyAccessor<DialogState> _accessor;
    private readonly Dictionary<string, Dialog> _byId = new(StringComparer.Ordinal);
    // In the order added: the version depends on it, and a Dictionary promises none.
    private readonly List<Dialog> _dialogs = [];
    private string _version;

    public DialogSet(IStatePropertyAccessor<DialogState> dialogState) =>
        _accessor = dialogState ?? throw new ArgumentNullException(nameof(dialogState));

    public DialogSet()
    {
    }

    /// <summary>A second dialog with a used id gets a number behind it ("name", "name2", "name3").</summary>
    public DialogSet Add(Dialog dialog)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        if (_byId.TryGetValue(dialog.Id, out var known))
        {
            if (ReferenceEquals(known, dialog))
                return this;
            var suffix = 2;
            while (_byId.ContainsKey(dialog.Id + suffix.ToString(CultureInfo.InvariantCulture)))
                suffix++;
            dialog.Id += suffix.ToString(CultureInfo.InvariantCulture);
        }

        _byId.Add(dialog.Id, dialog);
        _dialogs.Add(dialog);
        _version = null;
        return this;
    }

    public async Task<DialogContext> CreateContextAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (_accessor == null)
            throw new InvalidOperationException("DialogSet.CreateContextAsync(): this DialogSet has no state. Create it with an IStatePropertyAccessor<DialogState>.");
        var state = await _accessor.GetAsync(turnContext, () => new DialogState(), cancellationToken).ConfigureAwait(false);
        return new DialogContext(this, turnContext, state);
    }

    /// <returns>Null when the set has no such dialog.</returns>
    public Dialog Find(string dialogId)
    {
        if (string.IsNullOrWhiteSpace(dialogId))
            throw new ArgumentNullException(nameof(dialogId));
        return _byId.GetValueOrDefault(dialogId);
    }

    public IEnumerable<Dialog> GetDialogs() => _dialogs;

    /// <summary>Base64 of the SHA-256 of all dialogs' versions in the order added: equal to the official SDK's, so that saved conversations go on after a swap.</summary>
    public virtual string GetVersion() =>
        _version ??= Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(_dialogs.Select(dialog => dialog.GetVersion())))));
}
