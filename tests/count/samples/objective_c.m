// A comment.
#import <Foundation/Foundation.h>

/* A block
*/
@implementation Greeter
- (NSString *)text { return @"// no comment"; } // trailing
@end
