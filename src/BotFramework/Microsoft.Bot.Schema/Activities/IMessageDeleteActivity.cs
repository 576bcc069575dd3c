namespace Microsoft.Bot.Schema;

public interface IMessageDeleteActivity : IActivity
{
}
